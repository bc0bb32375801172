"""The process around the images, in the page: what its parts hold, and no view of it."""
