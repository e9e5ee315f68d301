import { partsOfNumber } from '#shared/phone.ts';

/** What stands where residents read a telephone: each number in it can be called, the words between stay words. */
export function PhoneLinks({ number }: { readonly number: string }) {
  return (
    <>
      {partsOfNumber(number).map(({ text, dial }) =>
        dial === undefined ? (
          text
        ) : (
          <a class="ds-link" href={`tel:${dial}`}>
            {text}
          </a>
        ),
      )}
    </>
  );
}
