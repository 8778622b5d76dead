import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { PourQuoi } from '#domain/demande-en-ligne/televersement'
import { useOccupe } from '#ui/kit/acte/en-voie'
import { adresseDeTeleversement } from '#libelles/demande-en-ligne/televersement'
import { type EtatDEnvoi, televerser, type Televerseur } from '#ui/extranet/demande-en-ligne/televersement'

/** The file that leaves from this page, in bytes. */
type Vue = { quoi: EtatDEnvoi; nom: string; sha256: string; envoye: number; taille: number }

type EnVol = { id: string; sha256: string | null; refus: string | null }

type Options<E extends EnVol> = { pour: PourQuoi; code: string; enVol: readonly E[] }

/** The sending of one pièce from this page. `envoyer` is false where the browser cannot: the form then sends the file whole. */
export function useEnvoiParMorceaux<E extends EnVol>({ pour, code, enVol }: Options<E>) {
  const [vue, voir] = useState<Vue | null>(null)
  const [refus, refuser] = useState<string>()
  /** What the server calls the last one that left from here; null before it does, undefined before any left. */
  const [dernier, retenir] = useState<string | null>()
  const courant = useRef<Televerseur | null>(null)
  const quittee = useRef(false)
  const { revalidate } = useRevalidator()
  /** The page is asked anew once nothing else is: what another sending reads again, begun before, would be shown in its place. */
  const [aRelire, relire] = useState(false)
  const occupe = useOccupe()
  useEffect(() => {
    if (!aRelire || occupe) return
    relire(false)
    revalidate()
  }, [aRelire, occupe, revalidate])
  useEffect(() => {
    quittee.current = false
    return () => {
      quittee.current = true
      courant.current?.fermer()
    }
  }, [])
  return {
    ...{ vue, refus },
    /** Those that are not told elsewhere on the page: not the one that leaves or has just come, nor a refusal that a later file took the place of. */
    arretes: enVol.filter((un) =>
      un.refus === null
        ? un.id !== dernier && (un.sha256 === null || un.sha256 !== vue?.sha256)
        : un.refus !== refus && (dernier === undefined || un.id === dernier),
    ),
    async envoyer(fichier: File, remplace: string): Promise<boolean> {
      refuser(undefined)
      retenir(null)
      courant.current?.fermer()
      const part = await televerser(fichier, {
        annonce: {
          code,
          remplace,
          ...('dossierId' in pour ? { dossier: pour.dossierId } : { demande: pour.demandeEnLigneId }),
        },
        connu: (sha256) => {
          const un = enVol.find((autre) => autre.sha256 === sha256)
          return un ? adresseDeTeleversement(un.id) : null
        },
        dire: voir,
        fini: (id, pourquoi) => {
          courant.current = null
          voir(null)
          refuser(pourquoi)
          retenir(id)
          relire(true)
        },
      })
      courant.current = part
      if (quittee.current) part?.fermer()
      return part !== null
    },
    suspendre: () => courant.current?.suspendre(),
    reprendre: () => courant.current?.reprendre(),
    abandonner: () => courant.current?.abandonner(),
  }
}

export type EnvoiParMorceaux = ReturnType<typeof useEnvoiParMorceaux>
