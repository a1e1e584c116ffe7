/** The largest of the smaller half of an even number of values. Reorders them: a quickselect. */
export function lowerMedian(values: Float32Array): number {
  const sought = (values.length >> 1) - 1;
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let [left, right] = [low, high];
    while (left <= right) {
      while (values[left]! < pivot) left++;
      while (values[right]! > pivot) right--;
      if (left > right) break;
      const held = values[left]!;
      values[left++] = values[right]!;
      values[right--] = held;
    }
    if (sought <= right) high = right;
    else if (sought >= left) low = left;
    else break;
  }
  return values[sought]!;
}
