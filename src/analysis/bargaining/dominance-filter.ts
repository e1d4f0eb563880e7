/**
 * Takes points one by one and keeps those that no earlier one dominates.
 *
 * Points come in descending order: by the first amount, then the second, and so on, each different
 * from the one before. A later point then never dominates an earlier one, and an earlier one dominates
 * it iff it is as good in every amount but the first. So what is kept is final.
 *
 * Two amounts: the greatest second amount so far. Three: a staircase (Kung, Luccio and Preparata 1975,
 * "On finding the maxima of a set of vectors", Journal of the ACM 22(4)). More: a tree of boxes, each
 * with the greatest amounts inside; a box is passed over when one of these is too small.
 *
 * @returns a function of a row-major table and a row; true when the row is kept.
 *
 * Time a point: O(1); O(log n), and O(n) to move doubles on insertion; for more amounts it depends on
 * the points: some hundreds of comparisons in problems of up to 20,000 points.
 */
export function dominanceFilter(
  amountsEach: number,
): (table: Float64Array, row: number) => boolean {
  if (amountsEach <= 1) return firstOnly();
  if (amountsEach === 2) return greatestSecond();
  return amountsEach === 3 ? staircase() : boxTree(amountsEach);
}

function firstOnly(): (table: Float64Array, row: number) => boolean {
  let isEmpty = true;
  return () => {
    const isKept = isEmpty;
    isEmpty = false;
    return isKept;
  };
}

function greatestSecond(): (table: Float64Array, row: number) => boolean {
  let greatest = Number.NEGATIVE_INFINITY;
  return (table, row) => {
    const second = table[row * 2 + 1] as number;
    if (second <= greatest) return false;
    greatest = second;
    return true;
  };
}

function staircase(): (table: Float64Array, row: number) => boolean {
  // Steps: seconds descend, thirds ascend strictly.
  let seconds = new Float64Array(64);
  let thirds = new Float64Array(64);
  let size = 0;
  return (table, row) => {
    const second = table[row * 3 + 1] as number;
    const third = table[row * 3 + 2] as number;
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((seconds[middle] as number) >= second) low = middle + 1;
      else high = middle;
    }
    if (low > 0 && (thirds[low - 1] as number) >= third) return false;
    // Steps that the new one makes useless: no greater second, no greater third.
    let end = low;
    while (end < size && (thirds[end] as number) <= third) end += 1;
    let start = low;
    if (start > 0 && (seconds[start - 1] as number) === second) start -= 1;
    if (size + 1 > seconds.length) {
      seconds = grown(seconds);
      thirds = grown(thirds);
    }
    seconds.copyWithin(start + 1, end, size);
    thirds.copyWithin(start + 1, end, size);
    seconds[start] = second;
    thirds[start] = third;
    size += start + 1 - end;
    return true;
  };
}

/** Points in one leaf before it is split; 8 to 32 make little difference. */
const leafSize = 16;

function boxTree(amountsEach: number): (table: Float64Array, row: number) => boolean {
  const width = amountsEach - 1;
  // A leaf has room for leafSize points; an inner box has two children and the amount it is split by.
  let greatest = new Float64Array(64 * width);
  let points = new Float64Array(64 * leafSize * width);
  let counts = new Int32Array(64);
  let splitBy = new Int32Array(64);
  let splitAt = new Float64Array(64);
  let children = new Int32Array(64 * 2);
  let boxes = 0;
  const stack = new Int32Array(4096);
  const point = new Float64Array(width);
  const last = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);

  const makeBox = (): number => {
    if ((boxes + 1) * width > greatest.length) {
      greatest = grown(greatest);
      points = grown(points);
      splitAt = grown(splitAt);
      counts = grownWhole(counts);
      splitBy = grownWhole(splitBy);
      children = grownWhole(children);
    }
    greatest.fill(Number.NEGATIVE_INFINITY, boxes * width, (boxes + 1) * width);
    counts[boxes] = 0;
    splitBy[boxes] = -1;
    boxes += 1;
    return boxes - 1;
  };
  const isCovered = (by: Float64Array, at: number): boolean => {
    for (let amount = 0; amount < width; amount += 1) {
      if ((by[at + amount] as number) < (point[amount] as number)) return false;
    }
    return true;
  };
  const isDominated = (): boolean => {
    let depth = 0;
    stack[depth++] = 0;
    while (depth > 0) {
      const box = stack[--depth] as number;
      if (!isCovered(greatest, box * width)) continue;
      const by = splitBy[box] as number;
      if (by >= 0) {
        stack[depth++] = children[box * 2] as number;
        stack[depth++] = children[box * 2 + 1] as number;
        continue;
      }
      const count = counts[box] as number;
      for (let own = 0; own < count; own += 1) {
        const at = (box * leafSize + own) * width;
        if (isCovered(points, at)) {
          // The next point is often dominated by the same one.
          for (let amount = 0; amount < width; amount += 1) {
            last[amount] = points[at + amount] as number;
          }
          return true;
        }
      }
    }
    return false;
  };
  const insert = (values: Float64Array, from: number): void => {
    let box = 0;
    for (;;) {
      for (let amount = 0; amount < width; amount += 1) {
        const value = values[from + amount] as number;
        if (value > (greatest[box * width + amount] as number)) {
          greatest[box * width + amount] = value;
        }
      }
      const by = splitBy[box] as number;
      if (by < 0) break;
      const isAbove = (values[from + by] as number) >= (splitAt[box] as number);
      box = children[box * 2 + (isAbove ? 1 : 0)] as number;
    }
    const count = counts[box] as number;
    points.set(values.subarray(from, from + width), (box * leafSize + count) * width);
    counts[box] = count + 1;
    if (count + 1 === leafSize) split(box);
  };
  const split = (box: number): void => {
    const own = points.slice(box * leafSize * width, (box + 1) * leafSize * width);
    let by = -1;
    let cut = 0;
    let mostEven = 0;
    // The amount whose median cuts off most points; equal amounts may leave none that cuts.
    let widest = -1;
    for (let amount = 0; amount < width; amount += 1) {
      const values = Float64Array.from(
        { length: leafSize },
        (_, at) => own[at * width + amount] as number,
      );
      values.sort();
      const middle = values[leafSize >> 1] as number;
      const below = values.indexOf(middle);
      const spread =
        ((values[leafSize - 1] as number) - (values[0] as number)) / (1 + Math.abs(middle));
      if (below > mostEven || (below === mostEven && below > 0 && spread > widest)) {
        by = amount;
        cut = middle;
        mostEven = below;
        widest = spread;
      }
    }
    if (by < 0) {
      // All medians are the least amounts: cut above the least of an amount that differs.
      for (let amount = 0; amount < width && by < 0; amount += 1) {
        let least = Number.POSITIVE_INFINITY;
        let above = Number.POSITIVE_INFINITY;
        for (let at = 0; at < leafSize; at += 1) {
          least = Math.min(least, own[at * width + amount] as number);
        }
        for (let at = 0; at < leafSize; at += 1) {
          const value = own[at * width + amount] as number;
          if (value > least) above = Math.min(above, value);
        }
        if (above < Number.POSITIVE_INFINITY) {
          by = amount;
          cut = above;
        }
      }
    }
    const below = makeBox();
    const above = makeBox();
    splitBy[box] = by;
    splitAt[box] = cut;
    children[box * 2] = below;
    children[box * 2 + 1] = above;
    for (let at = 0; at < leafSize; at += 1) {
      const box = (own[at * width + by] as number) >= cut ? above : below;
      const count = counts[box] as number;
      for (let amount = 0; amount < width; amount += 1) {
        const value = own[at * width + amount] as number;
        points[(box * leafSize + count) * width + amount] = value;
        if (value > (greatest[box * width + amount] as number)) {
          greatest[box * width + amount] = value;
        }
      }
      counts[box] = count + 1;
    }
  };

  makeBox();
  return (table, row) => {
    const from = row * amountsEach + 1;
    for (let amount = 0; amount < width; amount += 1) {
      point[amount] = table[from + amount] as number;
    }
    if (isCovered(last, 0) || isDominated()) return false;
    insert(table, from);
    return true;
  };
}

function grown(list: Float64Array): Float64Array<ArrayBuffer> {
  const next = new Float64Array(list.length * 2);
  next.set(list);
  return next;
}

function grownWhole(list: Int32Array): Int32Array<ArrayBuffer> {
  const next = new Int32Array(list.length * 2);
  next.set(list);
  return next;
}
