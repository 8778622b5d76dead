import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { PourQuoi } from '#domain/demande-en-ligne/televersement'
import { adresseDeTeleversement } from '#libelles/demande-en-ligne/televersement'
import { type EtatDEnvoi, televerser, type Televerseur } from '#ui/extranet/demande-en-ligne/televersement'

/** The file that leaves from this page, in bytes. */
type Vue = { quoi: EtatDEnvoi; nom: string; sha256: string; envoye: number; taille: number }

type Options = { pour: PourQuoi; code: string; enVol: readonly { id: string; sha256: string | null }[] }

/** The sending of one pièce from this page. `envoyer` is false where the browser cannot: the form then sends the file whole. */
export function useEnvoiParMorceaux({ pour, code, enVol }: Options) {
  const [vue, voir] = useState<Vue | null>(null)
  const [refus, refuser] = useState<string>()
  const courant = useRef<Televerseur | null>(null)
  const quittee = useRef(false)
  const { revalidate } = useRevalidator()
  useEffect(() => {
    quittee.current = false
    return () => {
      quittee.current = true
      courant.current?.fermer()
    }
  }, [])
  return {
    ...{ vue, refus },
    async envoyer(fichier: File): Promise<boolean> {
      refuser(undefined)
      courant.current?.fermer()
      const part = await televerser(fichier, {
        annonce: { code, ...('dossierId' in pour ? { dossier: pour.dossierId } : { demande: pour.demandeEnLigneId }) },
        connu: (sha256) => {
          const un = enVol.find((autre) => autre.sha256 === sha256)
          return un ? adresseDeTeleversement(un.id) : null
        },
        dire: voir,
        fini: (pourquoi) => {
          courant.current = null
          voir(null)
          refuser(pourquoi)
          revalidate()
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
