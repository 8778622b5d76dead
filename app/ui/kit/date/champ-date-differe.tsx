import { lazy, Suspense } from 'react'
import type { PropsDate } from '#ui/kit/date/champ-date'

const Champ = lazy(() => import('#ui/kit/date/champ-date').then(({ ChampDate }) => ({ default: ChampDate })))

/** The field of a day that comes when it is shown: for what is opened on a page, or stands on few of them. */
export const ChampDateDiffere = (props: PropsDate) => (
  <Suspense>
    <Champ {...props} />
  </Suspense>
)
