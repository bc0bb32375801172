"""What is known about a source before it is decoded, and the collecting of notes and bounds."""
