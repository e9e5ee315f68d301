import type { CentreScope } from '#platform/http/index.ts';
import type { DeliveryUnit, Month } from '../domain/deliveries.ts';
import { sumDeliveredByProvider } from '../store/deliveryStore.ts';

/** What each provider delivered, settled in the months from the first to the last, by month and unit. For boards: nobody is named. */
export const sumDelivered = (
  scope: CentreScope,
  { from, to }: { readonly from: Month; readonly to: Month },
): Promise<readonly { providerId: string; month: Month; unit: DeliveryUnit; quantity: number; minutes: number }[]> =>
  sumDeliveredByProvider(scope.tx, from, to);
