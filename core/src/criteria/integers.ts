/** The greatest whole number at or below `value / per`; `per` is positive. */
export function floor(value: bigint, per: bigint): bigint {
  const quotient = value / per
  return value < 0n && quotient * per !== value ? quotient - 1n : quotient
}

/** The least whole number at or above `value / per`; `per` is positive. */
export function ceiling(value: bigint, per: bigint): bigint {
  return -floor(-value, per)
}
