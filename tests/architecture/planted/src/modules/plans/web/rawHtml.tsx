export const Bad = () => <p dangerouslySetInnerHTML={{ __html: '<b>ok</b>' }} />;
