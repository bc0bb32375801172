/* See huffman.c. */

#ifndef HUFFMAN_H
#define HUFFMAN_H

/* Makes a picture that was just started count its codes without writing any. */
void count_codes(j_compress_ptr picture);

/* The optimal Huffman tables of that number for what was counted. */
void suit_tables(j_compress_ptr picture, int table);

#endif
