"""What is known of a source before it is decoded: its value, notes and bounds."""
