import { Link } from '@remix-run/react'
import { createContext, type ReactNode, useContext } from 'react'

const LectureSeule = createContext(false)

/** True where what a demandeur sees is only looked at: nothing of it is sent, and nothing leads anywhere. */
export const useLectureSeule = (): boolean => useContext(LectureSeule)

export const EnLectureSeule = ({ children }: { children: ReactNode }) => (
  <LectureSeule.Provider value>{children}</LectureSeule.Provider>
)

type Props = {
  vers: string
  /** It is a file, and no page. */
  fichier?: boolean
  className?: string | undefined
  children: ReactNode
}

/** A link of the demandeur; where the page is only looked at, its words. */
export function LienDuDemandeur({ vers, fichier = false, className, children }: Props) {
  if (useLectureSeule()) return <span className={className}>{children}</span>
  return fichier ? (
    <a href={vers} className={className}>
      {children}
    </a>
  ) : (
    <Link to={vers} className={className}>
      {children}
    </Link>
  )
}
