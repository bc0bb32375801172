"""LZW and fax data, followed to count what it decodes to. Decodes no picture."""
