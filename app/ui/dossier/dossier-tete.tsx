import { useLocation } from '@remix-run/react'
import type { ComponentProps, ReactNode } from 'react'
import { RetourBannette } from '#ui/bannette/retour-bannette'
import { DossierEmporter } from '#ui/dossier/dossier-emporter'
import { DossierEntete } from '#ui/dossier/dossier-entete'
import { DossierVoisins } from '#ui/dossier/dossier-voisins'
import css from '#ui/dossier/dossier-voisins.module.css'
import { EnDirect } from '#ui/kit/direct/direct'
import { Dit } from '#ui/kit/dit'
import { EtatChip } from '#ui/kit/etat-chip'
import { Icone } from '#ui/kit/icone/icone'
import { usePliage } from '#ui/kit/pliage/pliage'

type Props = {
  adresse: string
  dossier: ComponentProps<typeof DossierEntete>['dossier'] & {
    id: string
    version: number
    lectureEnCours: boolean
    lettre: boolean
    suiviEnLigne: boolean
  }
  actes: ReactNode
  suivi: ReactNode
  /** What blocks and what is left to do. */
  children: ReactNode
}

/** What stands above the tabs of a dossier, who else has it before their eyes with it; on one line where documents are read, and wherever the officer folds it. */
export function DossierTete({ adresse, dossier, actes, suivi, children }: Props) {
  const lecture = useLocation().pathname.endsWith('/pieces')
  const [pliee, setPliee] = usePliage(lecture ? 'tete-lecture' : 'tete-dossier', lecture)
  const { id, version, numero, objet, etat } = dossier
  const direct = <EnDirect sujet={`dossier:${id}`} version={version} enCours={dossier.lectureEnCours} />
  const plier = (
    <button type="button" className={css.plier} aria-expanded={!pliee} onClick={() => setPliee(!pliee)}>
      <Icone nom={pliee ? 'expand-more' : 'remove'} />
      {pliee ? 'Déplier' : 'Replier'}
      <Dit> l’en-tête du dossier</Dit>
    </button>
  )
  if (pliee)
    return (
      <DossierVoisins {...{ adresse, id, version }} pliee>
        <RetourBannette texte="Bannette" />
        <div className={css.titre}>
          <h1>
            {numero ?? 'Brouillon'} · {objet || 'Sans objet indiqué'}
          </h1>
          <EtatChip etat={etat} />
          {direct}
          {plier}
          {actes}
        </div>
      </DossierVoisins>
    )
  return (
    <>
      <DossierVoisins {...{ adresse, id, version }}>
        <RetourBannette />
        <DossierEmporter adresse={adresse} lettre={dossier.lettre} suiviEnLigne={dossier.suiviEnLigne} />
        {plier}
      </DossierVoisins>
      <DossierEntete
        adresse={adresse}
        dossier={dossier}
        suivi={
          <>
            {suivi}
            {direct}
          </>
        }
      >
        {actes}
      </DossierEntete>
      {children}
    </>
  )
}
