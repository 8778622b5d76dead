import { Bandeau } from '#ui/kit/bandeau'
import { Box, Link as MuiLink } from '@mui/material'
import { Link } from '@remix-run/react'
import { compter } from '#domain/nombre'
import type { Avis } from '#domain/pre-projet/avis'
import type { EtatPreProjet } from '#domain/pre-projet/etat'
import type { Genre } from '#domain/structure/genre'
import { LIBELLE_GENRE } from '#libelles/structure'
import { formatInstant } from '#libelles/temps'
import { AvisChip, EtatPreProjetChip, HorsDelaiChip } from '#ui/kit/etat-chip'
import { PageHeader } from '#ui/kit/page-header'
import { titreDe } from '#libelles/pre-projet/pre-projet'

type Props = {
  fiche: {
    id: string
    etat: EtatPreProjet
    titre: string
    structureNom: string
    genre: Genre | null
    recuLe: Date
    horsDelai: boolean
    /** Fields that nobody has confirmed yet. */
    aRelire: number
  }
  rendu: { avis: Avis; le: Date } | null
  campagne: { code: string } | null
}

/** Which fiche is examined, where it stands, and the avis it already has. */
export function InstructionEntete({ fiche, rendu, campagne }: Props) {
  const { id, etat, structureNom, genre, recuLe, horsDelai, aRelire } = fiche
  const faits = [
    structureNom || 'Structure non lue',
    genre ? LIBELLE_GENRE[genre] : null,
    campagne?.code ?? 'sans campagne',
    `reçue le ${formatInstant(recuLe)}`,
  ]
  return (
    <>
      <MuiLink component={Link} to={`/pre-projets/${id}`}>
        Retour à la fiche
      </MuiLink>
      <PageHeader
        titre={`Instruction\u00a0: ${titreDe(fiche)}`}
        sousTitre={
          <Box sx={{ display: 'grid', gap: 0.5 }}>
            <span>{faits.filter((fait) => fait !== null).join(' · ')}</span>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}>
              <EtatPreProjetChip etat={etat} />
              {rendu && (
                <>
                  <AvisChip avis={rendu.avis} />
                  <span>rendu le {formatInstant(rendu.le)}</span>
                </>
              )}
              {horsDelai && <HorsDelaiChip />}
            </Box>
          </Box>
        }
      />
      {aRelire > 0 && (
        <Bandeau severity="info" marges={['mb2', 'py0']}>
          <MuiLink component={Link} to={`/pre-projets/${id}`} underline="always">
            {compter(aRelire, 'champ reste', 'champs restent')} à relire
          </MuiLink>{' '}
          dans la fiche.
        </Bandeau>
      )}
    </>
  )
}
