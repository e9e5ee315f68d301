export const Bad = () => <p style="color: red">ok</p>;
