export const Page = () => <p>ok</p>;
