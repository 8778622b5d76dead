import { Link } from '@remix-run/react'
import { useEffect } from 'react'
import { useLecture } from '#ui/kit/formulaire/envoi'
import { Averti } from '#ui/nouvelle/averti'
import { type Nouvelle, NouvellesListe } from '#ui/nouvelle/nouvelles-liste'

/** As many as are read in one look. */
const MONTREES = 12

/** What is under the bell: the newest, and the way to the others. `non`: how many were not looked at, read again when it changes. */
export function ClocheOuverte({ non, fermer }: { non: number; fermer: () => void }) {
  const { load, data } = useLecture<{ nouvelles: Nouvelle[] }>()
  useEffect(() => load('/nouvelles?index'), [load, non])
  return (
    <>
      <Averti />
      {data ? (
        <NouvellesListe
          nouvelles={data.nouvelles.slice(0, MONTREES)}
          vide="Rien n’est encore arrivé."
          suivre={fermer}
        />
      ) : (
        <p>Un instant…</p>
      )}
      <p>
        <Link to="/nouvelles" onClick={fermer}>
          Toutes les nouvelles
        </Link>
      </p>
    </>
  )
}
