/** Something wrong in a template file. Line and column count from 1. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  message: string;
}
