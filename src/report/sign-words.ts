import type { Question } from '../core/case.js';
import { compare, one } from '../core/rational.js';

/** Signs to watch for, apart by whether they speak for a yes or a no where the case says so. */
export function signsOf(indicators: Question['indicators']): string {
  const told = (title: string, signs: Question['indicators']) =>
    signs.length === 0 ? '' : ` ${title}: ${signs.map(({ text }) => text).join('; ')}.`;
  const side = ({ ratio }: Question['indicators'][number]) =>
    ratio === undefined ? 0 : compare(ratio, one);
  return [
    told(
      'Signs',
      indicators.filter((sign) => side(sign) === 0),
    ),
    told(
      'Signs of yes',
      indicators.filter((sign) => side(sign) > 0),
    ),
    told(
      'Signs of no',
      indicators.filter((sign) => side(sign) < 0),
    ),
  ].join('');
}
