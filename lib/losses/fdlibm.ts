// Of fdlibm's e_exp.c, which is V8's Math.exp too.

/** log 2 in two parts: a whole number up to 2000 times the first one is exact. */
export const LOG2_HIGH = 0.6931471803691238;
export const LOG2_LOW = 1.9082149292705877e-10;
/** P1 to P5 of x - (P1 x² + … + P5 x¹⁰) = x (e^x + 1) / (e^x - 1) - 2, up to 2^-59. */
export const POLYNOMIAL = [
  0.16666666666666602, -0.0027777777777015593, 6.613756321437934e-5, -1.6533902205465252e-6,
  4.1381367970572385e-8,
] as const;
