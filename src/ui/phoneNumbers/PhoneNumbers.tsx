export type PhoneNumbersProps = {
  readonly numbers: readonly {
    /** Digits in groups, as it is read aloud. */
    readonly number: string;
    readonly name: string;
    readonly text?: string | undefined;
    /** Hours and remarks, small. */
    readonly note?: string | undefined;
  }[];
};

/** Telephone numbers to be called from the page, each with who answers. */
export function PhoneNumbers({ numbers }: PhoneNumbersProps) {
  return (
    <ul class="ok-numbers">
      {numbers.map((each) => (
        <li>
          <a class="ds-link ok-number" href={`tel:${each.number.replaceAll(' ', '')}`}>
            {each.number}
          </a>
          <strong>{each.name}</strong>
          {each.text ? <span>{each.text}</span> : null}
          {each.note ? <span class="ok-muted ok-small">{each.note}</span> : null}
        </li>
      ))}
    </ul>
  );
}
