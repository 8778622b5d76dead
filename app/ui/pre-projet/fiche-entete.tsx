import { Box, Button } from '@mui/material'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Avis } from '#domain/pre-projet/avis'
import { actesPossiblesPreProjet, type EtatPreProjet } from '#domain/pre-projet/etat'
import type { Genre } from '#domain/structure/genre'
import { LIBELLE_ACTE_PRE_PROJET, titreDe } from '#libelles/pre-projet/pre-projet'
import { LIBELLE_GENRE } from '#libelles/structure'
import { formatInstant } from '#libelles/temps'
import type { Explique } from '#libelles/mots'
import { AvisChip, EtatPreProjetChip, HorsDelaiChip } from '#ui/kit/etat-chip'
import { EnDirect } from '#ui/kit/direct/direct'
import { Explication } from '#ui/kit/explication'
import { PageHeader } from '#ui/kit/page-header'
import { RetourBannette } from '#ui/bannette/retour-bannette'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type FicheEnTete = {
  id: string
  version: number
  etat: EtatPreProjet
  avis: Avis | null
  recuLe: Date
  /** What its état means, and that it came late where it did. */
  mots: { etat: Explique; horsDelai: Explique | null }
  titre: string
  structureNom: string
  genre: Genre | null
  campagne: { code: string } | null
  agent: { prenom: string; nom: string } | null
}

type Props = { fiche: FicheEnTete; peut: boolean; voisines: ReactNode }

/** What the fiche is, where it stands, and what can be done of it. */
export function FicheEntete({ fiche, peut, voisines }: Props) {
  const { id, version, etat, avis, recuLe, mots, structureNom, genre, campagne, agent } = fiche
  const envoi = useEnvoi({ nom: 'etatFiche', objet: id })
  const busy = envoi.state !== 'idle'
  const possibles = actesPossiblesPreProjet(etat)
  const acte = possibles.includes('rouvrir') ? 'rouvrir' : 'clore'
  const faits = [
    structureNom || 'Structure non lue',
    genre ? LIBELLE_GENRE[genre] : null,
    campagne?.code ?? 'sans campagne',
    `reçue le ${formatInstant(recuLe)}`,
    agent ? `suivie par ${agent.prenom} ${agent.nom}` : 'suivie par personne',
  ]
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between' }}>
        <RetourBannette bannette="/pre-projets" texte="Retour aux pré-projets" />
        {voisines}
      </Box>
      <PageHeader
        serree
        titre={titreDe(fiche)}
        sousTitre={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}>
            <EtatPreProjetChip etat={etat} />
            <Explication {...mots.etat} />
            {avis && avis !== 'A_RETRAVAILLER' && <AvisChip avis={avis} />}
            {mots.horsDelai && (
              <>
                <HorsDelaiChip />
                <Explication {...mots.horsDelai} />
              </>
            )}
            <span>{faits.filter((fait) => fait !== null).join(' · ')}</span>
            <EnDirect sujet={`pre-projet:${id}`} version={version} enCours={false} />
          </Box>
        }
        actes={
          peut && (
            <>
              <Formulaire envoi={envoi}>
                <input type="hidden" name="version" value={version} />
                <Button type="submit" name="intent" value={acte} variant="outlined" size="small" disabled={busy}>
                  {LIBELLE_ACTE_PRE_PROJET[acte]}
                </Button>
              </Formulaire>
              <Button component={Link} to={`/pre-projets/${id}/instruction`} variant="text" size="small">
                Échanges
              </Button>
              <Button component={Link} to={`/pre-projets/nouvelle?copie=${id}`} variant="text" size="small">
                Copier
              </Button>
            </>
          )
        }
      />
    </>
  )
}
