// All that the trend page needs of a script: the choice of colours.
readyTheme();
document.documentElement.classList.add("ready");
