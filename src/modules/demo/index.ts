export { loadDemo, type DemoAccount } from './usecases/loadDemo.ts';
export { resetDemo } from './usecases/resetDemo.ts';
