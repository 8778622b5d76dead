import { useEffect, useState } from 'react'
import { formatInstant } from '#libelles/temps'
import { useLecture } from '#ui/kit/formulaire/envoi'
import css from '#ui/piece/piece.module.css'
import { PieceVue } from '#ui/piece/piece-vue'

type Semblable = {
  versionId: string
  nomFichier: string
  recueLe: Date
  version: number | null
  dossier: string | null
}

type Props = {
  /** The dossier's. */
  adresse: string
  /** Of the document that it stands beside: what can, and how each is looked at. */
  apercu: string
}

const dOu = ({ version, dossier }: Semblable) => (dossier ? `dossier ${dossier}` : `version ${version}`)

const enTete = (mots: string) => mots.charAt(0).toUpperCase() + mots.slice(1)

/** Beside a document, another version of it or the same pièce of another dossier of the structure: the first that there is, else the one chosen. */
export function PieceCompare({ adresse, apercu }: Props) {
  const { load, data } = useLecture<Semblable[]>()
  const [choisie, setChoisie] = useState('')
  useEffect(() => load(`${apercu}?semblables`), [load, apercu])
  const montree = data?.find((une) => une.versionId === choisie) ?? data?.[0]
  return (
    <section aria-label="À côté" className={css.aCote}>
      {!data && <p role="status">Recherche de ce qui peut se comparer…</p>}
      {data && !montree && (
        <p role="status">
          Rien à comparer{'\u00a0'}: ni autre version de cette pièce, ni la même pièce dans un autre dossier de la
          structure.
        </p>
      )}
      {data && montree && (
        <>
          <select
            aria-label="Comparer avec"
            value={montree.versionId}
            onChange={({ target }) => setChoisie(target.value)}
            className={css.choixACote}
          >
            {data.map((une) => (
              <option key={une.versionId} value={une.versionId}>
                {enTete(dOu(une))}, reçu le {formatInstant(une.recueLe)}
              </option>
            ))}
          </select>
          <PieceVue
            key={montree.versionId}
            adresse={montree.dossier ? `/dossiers/${montree.dossier}` : adresse}
            version={{ id: montree.versionId, nomFichier: montree.nomFichier, signalements: [] }}
            code={null}
            nom={`${montree.nomFichier}, ${dOu(montree)}`}
            apercu={`${apercu}?de=${montree.versionId}`}
            page={null}
            touches={false}
          />
        </>
      )}
    </section>
  )
}
