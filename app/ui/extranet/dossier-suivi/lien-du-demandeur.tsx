import { Link } from '@remix-run/react'
import { type AnchorHTMLAttributes, createContext, type ReactNode, useContext } from 'react'

/** Where else an address of the demandeur leads, for who only looks. */
type Menees = Readonly<Record<string, string>>

const LectureSeule = createContext<Menees | null>(null)

/** True where what a demandeur sees is only looked at: nothing of it is sent, and it leads nowhere else than where `menees` says. */
export const useLectureSeule = (): boolean => useContext(LectureSeule) !== null

export const EnLectureSeule = ({ menees, children }: { menees: Menees; children: ReactNode }) => (
  <LectureSeule.Provider value={menees}>{children}</LectureSeule.Provider>
)

type Props = Pick<AnchorHTMLAttributes<HTMLAnchorElement>, 'target' | 'rel' | 'aria-label' | 'aria-current'> & {
  vers: string
  /** It is a file, or a page of elsewhere, and no page of ours. */
  fichier?: boolean
  className?: string | undefined
  children: ReactNode
}

/** A link of the demandeur; where the page is only looked at, its words, or the way to what is looked at in its place. */
export function LienDuDemandeur({ vers, fichier = false, className, children, ...reste }: Props) {
  const menees = useContext(LectureSeule)
  const ou = menees ? menees[vers] : vers
  if (ou === undefined) return <span className={className}>{children}</span>
  return fichier ? (
    <a href={ou} className={className} {...reste}>
      {children}
    </a>
  ) : (
    <Link to={ou} className={className} {...reste}>
      {children}
    </Link>
  )
}
