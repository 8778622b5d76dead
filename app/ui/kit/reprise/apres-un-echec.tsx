import type { ShouldRevalidateFunction } from '@remix-run/react'

/**
 * For the routes of a page that is written in: they are read again as Remix does, always, but not after an act that failed. Without a session, what they
 * answer leads to the sign-in, away from what is being written.
 */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus = 200 }) => actionStatus < 400
