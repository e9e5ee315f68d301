export { loadDemo, type DemoAccount } from './usecases/loadDemo.ts';
