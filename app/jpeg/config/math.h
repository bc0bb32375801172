/* Named by mozjpeg's own ways to quantise alone, which are not used. */
#ifndef MATH_H
#define MATH_H

#define ceilf  __builtin_ceilf

double pow(double base, double exponent);

#endif
