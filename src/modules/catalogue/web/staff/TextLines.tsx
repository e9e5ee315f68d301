/** A text of several lines as it was written; a dash where there is none. */
export function TextLines({ text }: { readonly text: string }) {
  if (text === '') return <>–</>;
  return (
    <>
      {text.split('\n').map((line, index) => (
        <>
          {index === 0 ? null : <br />}
          {line}
        </>
      ))}
    </>
  );
}
