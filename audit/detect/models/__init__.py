"""What neural models doubt, as findings; silent where no model is configured."""
