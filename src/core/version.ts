/** The version of the library and the program, as in the package. */
export const version = '0.1.0';
