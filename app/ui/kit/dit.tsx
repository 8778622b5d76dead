import type { ReactNode } from 'react'
import css from '#ui/kit/dit.module.css'

/** Words for those who listen to the page: read aloud, not shown. */
export const Dit = ({ children }: { children: ReactNode }) => <span className={css.dit}>{children}</span>
