"""Codings that are followed to know how much they hold: LZW and fax. Decodes no picture."""
