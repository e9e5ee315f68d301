export const Bad = () => <script>go()</script>;
