/** A test card. The number exists nowhere; it has the length and the check digit of a real one. */
export type Card = {
  readonly authorisation: string;
  readonly number: string;
  readonly maskedNumber: string;
};

/** Another card each time, the same ones in every run. */
export function cardOf(count: number): Card {
  const body = `497010${String(100_000_000 + ((count * 123_457) % 900_000_000))}`;
  const number = `${body}${checkDigitOf(body)}`;
  return {
    authorisation: String(100_000 + ((count * 7_919) % 900_000)),
    number,
    maskedNumber: `${number.slice(0, 6)}######${number.slice(-4)}`,
  };
}

/** Luhn. */
function checkDigitOf(body: string): string {
  const sum = Array.from(body).reduceRight((total, digit, at) => {
    const doubled = (body.length - at) % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
