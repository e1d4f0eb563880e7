import { parseRational } from '../core/rational.js';
import type { Amount } from '../questions/amount.js';
import { amountWords } from './amount-words.js';

/** A number on an axis: where it is drawn, and what is said of it. */
export type PlotValue = { readonly at: number; readonly says: string };

/** An exact amount where it is drawn, to the nearest double, and as it is told. */
export function plotValue(amount: Amount): PlotValue {
  const value = parseRational(String(amount));
  return {
    at: value ? Number(value.n) / Number(value.d) : Number(amount),
    says: amountWords(amount),
  };
}
