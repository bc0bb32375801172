/* The codec's entry points: JPEG to rows of samples and back, by libjpeg-turbo. Knows no page and no
   Python.

   One picture per instance. Every error ends in a trap, and `failure` then says what it was: the
   instance is discarded together with its memory. Nothing is imported, so nothing can be reached. */

#include <stdlib.h>
#include "jinclude.h"
#include "jpeglib.h"
#include "jerror.h"
#include "huffman.h"

#define EXPORT(name)  __attribute__((export_name(#name))) door_##name

enum { NONE, DAMAGED, MEMORY };
enum {
  ROWS = 16,        /* handed to the library at a time */
  PIECE = 1 << 20,  /* bytes of a file that is written */
  PIECES = 4096
};

static struct jpeg_error_mgr errors;
static struct jpeg_decompress_struct from;
static struct jpeg_compress_struct to;
static int failed = NONE;
static unsigned char *pieces[PIECES];
static int begun;  /* of these */
static boolean counted;
static struct {
  unsigned width, height, steps[2 * DCTSIZE2];
  int channels, across, down, interval;
} shaped;

/* How many tables of each kind a picture has: for luma, for chroma. */
static int tables(void)
{
  return shaped.channels == 1 ? 1 : 2;
}

static void fail(j_common_ptr picture)
{
  failed = picture->err->msg_code == JERR_OUT_OF_MEMORY ? MEMORY : DAMAGED;
  __builtin_trap();
}

/* Warnings are about odd data that can still be read; a file that ends too early cannot. */
static void warn(j_common_ptr picture, int level)
{
  if (picture->err->msg_code == JWRN_JPEG_EOF)
    fail(picture);
}

static void say_nothing(j_common_ptr picture)
{
}

static void format_nothing(j_common_ptr picture, char *buffer)
{
  buffer[0] = 0;
}

static void forget(j_common_ptr picture)
{
  picture->err->num_warnings = 0;
  picture->err->msg_code = 0;
}

/* Replaces the library's own, which would pull in files and texts. */
struct jpeg_error_mgr *jpeg_std_error(struct jpeg_error_mgr *manager)
{
  manager->error_exit = fail;
  manager->emit_message = warn;
  manager->output_message = say_nothing;
  manager->format_message = format_nothing;
  manager->reset_error_mgr = forget;
  return manager;
}

/* A file is written in pieces, none of which is moved or copied. */
static boolean another(j_compress_ptr picture)
{
  if (begun == PIECES)
    ERREXIT1(picture, JERR_OUT_OF_MEMORY, 0);
  if (pieces[begun] == NULL)
    pieces[begun] = (unsigned char *)malloc(PIECE);
  if (pieces[begun] == NULL)
    ERREXIT1(picture, JERR_OUT_OF_MEMORY, 0);
  picture->dest->next_output_byte = pieces[begun++];
  picture->dest->free_in_buffer = PIECE;
  return TRUE;
}

static void first(j_compress_ptr picture)
{
  begun = 0;
  another(picture);
}

static void last(j_compress_ptr picture)
{
}

static struct jpeg_destination_mgr out = { NULL, 0, first, another, last };

/* 0: no failure was noted, 1: the data is damaged, 2: memory ran out. */
int EXPORT(failure)(void)
{
  return failed;
}

/* Room for that many bytes, or a trap. */
unsigned char *EXPORT(room)(unsigned long size)
{
  unsigned char *place = malloc(size);
  if (place == NULL) {
    failed = MEMORY;
    __builtin_trap();
  }
  return place;
}

/* The header of a file; it must stay where it is until its last row is read. */
void EXPORT(open)(const unsigned char *file, unsigned long size)
{
  from.err = jpeg_std_error(&errors);
  jpeg_create_decompress(&from);
  jpeg_mem_src(&from, file, size);
  jpeg_read_header(&from, TRUE);
  from.out_color_space = from.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
  from.dct_method = JDCT_ISLOW;
  jpeg_start_decompress(&from);
}

unsigned EXPORT(width)(void)
{
  return from.output_width;
}

unsigned EXPORT(height)(void)
{
  return from.output_height;
}

unsigned EXPORT(channels)(void)
{
  return from.out_color_components;
}

/* Points at the next rows of `row` samples each, as many as the library is handed at a time. */
static unsigned point(JSAMPROW rows[ROWS], unsigned char *samples, unsigned long row, unsigned count)
{
  unsigned some = count < ROWS ? count : ROWS;
  for (unsigned each = 0; each < some; each++)
    rows[each] = samples + each * row;
  return some;
}

/* The next rows of samples, without gaps. */
void EXPORT(read)(unsigned char *samples, unsigned count)
{
  JSAMPROW rows[ROWS];
  unsigned long row = (unsigned long)from.output_width * from.out_color_components;
  while (count > 0) {
    unsigned asked = point(rows, samples, row, count);
    unsigned given = jpeg_read_scanlines(&from, rows, asked);
    samples += given * row;
    count -= given;
  }
}

/* After the last row: reads the rest of the file, to its end. */
void EXPORT(close)(void)
{
  jpeg_finish_decompress(&from);
}

/* What a file will be. `across` and `down`: how many samples of luma share one of chroma. `steps`:
   64 of luma in natural order, those of chroma behind them. `interval`: MCUs between restarts. */
void EXPORT(shape)(unsigned width, unsigned height, int channels, int across, int down,
                   const unsigned *steps, int interval)
{
  shaped.width = width;
  shaped.height = height;
  shaped.channels = channels;
  shaped.across = across;
  shaped.down = down;
  shaped.interval = interval;
  memcpy(shaped.steps, steps, sizeof(shaped.steps));
}

static void start(void)
{
  to.err = jpeg_std_error(&errors);
  jpeg_create_compress(&to);
  to.dest = &out;
  to.image_width = shaped.width;
  to.image_height = shaped.height;
  to.input_components = shaped.channels;
  to.in_color_space = shaped.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  /* libjpeg-turbo's own defaults, without mozjpeg's additions. */
  jpeg_c_set_int_param(&to, JINT_COMPRESS_PROFILE, JCP_FASTEST);
  jpeg_set_defaults(&to);
  for (int table = 0; table < tables(); table++)
    jpeg_add_quant_table(&to, table, shaped.steps + table * DCTSIZE2, 100, TRUE);
  to.comp_info[0].h_samp_factor = shaped.across;
  to.comp_info[0].v_samp_factor = shaped.down;
  to.dct_method = JDCT_ISLOW;
  to.restart_interval = shaped.interval;
}

/* Starts counting which codes the picture needs: all its rows are written once, then `looked` is
   called. The library itself would keep all coefficients, three bytes per pixel, to write them
   later; computing them twice is faster and needs no memory. */
void EXPORT(look)(void)
{
  start();
  jpeg_start_compress(&to, TRUE);
  count_codes(&to);
}

void EXPORT(looked)(void)
{
  jpeg_finish_compress(&to);
  counted = TRUE;
}

/* Starts the file, with the optimal Huffman tables for what was counted, or else with those of
   ITU-T T.81, K.3. */
void EXPORT(start)(void)
{
  start();
  if (counted)
    for (int table = 0; table < tables(); table++)
      suit_tables(&to, table);
  jpeg_start_compress(&to, TRUE);
}

/* The next rows of samples, without gaps. */
void EXPORT(write)(unsigned char *samples, unsigned count)
{
  JSAMPROW rows[ROWS];
  unsigned long row = (unsigned long)to.image_width * to.input_components;
  while (count > 0) {
    unsigned asked = point(rows, samples, row, count);
    unsigned taken = jpeg_write_scanlines(&to, rows, asked);
    samples += taken * row;
    count -= taken;
  }
}

/* Ends the file: its length. */
unsigned long EXPORT(finish)(void)
{
  jpeg_finish_compress(&to);
  return (unsigned long)begun * PIECE - out.free_in_buffer;
}

/* The address of each piece, in order; all but the last are full. */
unsigned char *EXPORT(piece)(int number)
{
  return pieces[number];
}
