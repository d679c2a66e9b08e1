"""Style: one text in two standards, and what a house style has to say of it."""
