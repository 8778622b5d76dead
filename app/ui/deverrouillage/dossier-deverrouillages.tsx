import { Bandeau } from '#ui/kit/bandeau'
import { Box, Typography } from '@mui/material'
import type { Parties, RefusDeverrouillage } from '#domain/dossier/deverrouillage'
import { formatJour, type Jour, jourDeParis } from '#domain/temps/jour'
import { partiesOuvertes } from '#libelles/deverrouillage'
import { libelleRefusDeverrouillage } from '#libelles/dossier/dossier'
import { LIBELLE_FERMETURE } from '#libelles/dossier/instruction-dossier'
import { formatInstant } from '#libelles/temps'
import { DossierDeverrouillageForm } from '#ui/deverrouillage/dossier-deverrouillage-form'
import { type Ouverture, OuvertureCourante } from '#ui/deverrouillage/dossier-ouverture'
import { DossierModification, type ModificationVue } from '#ui/deverrouillage/dossier-modification'
import { type SouhaitTraite, type Souhait, Souhaits, SouhaitsTraites } from '#ui/deverrouillage/dossier-souhaits'

type Traitee = {
  id: string
  etat: 'ACCEPTEE' | 'ECARTEE' | 'EN_COURS' | 'REDEPOSEE'
  motif: string
  fichiers: string[]
  traiteeLe: Date | null
  traiteePar: string | null
}

type Props = {
  adresse: string
  version: number
  empechement: RefusDeverrouillage | null
  courant: (Ouverture & { annulable: boolean }) | null
  modification: ModificationVue | null
  historique: (Ouverture & { modifications: Traitee[] })[]
  enAttente: Souhait[]
  traitees: SouhaitTraite[]
  pieces: string[]
  echeance: { min: Jour; defaut: Jour; max: Jour }
  maintenant: string
  peut: boolean
}

/** Who may write in the dossier: what is asked, what was changed, what is open, the form that opens, and what was. */
export function DossierDeverrouillages(props: Props) {
  const { adresse, version, empechement, courant, modification, historique, traitees, echeance, pieces, peut } = props
  const passe = historique.length + traitees.length > 0
  return (
    <Box sx={{ display: 'grid', gap: 3, maxWidth: 960, minWidth: 0 }}>
      {modification && <DossierModification {...{ adresse, version, modification, peut }} ouvert={courant !== null} />}
      <Souhaits {...props} ouvert={courant !== null} />
      {courant && <OuvertureCourante {...{ courant, version, peut }} modifie={modification !== null} />}
      {!courant && (
        <section aria-labelledby="ouvrir">
          <Typography variant="h2" id="ouvrir" sx={{ mb: 1 }}>
            Ouvrir à modification
          </Typography>
          {!peut && <Bandeau severity="info">Seuls les instructeurs peuvent ouvrir un dossier à modification.</Bandeau>}
          {peut && empechement && <Bandeau severity="info">{libelleRefusDeverrouillage(empechement)}</Bandeau>}
          {peut && !empechement && <DossierDeverrouillageForm key={version} {...{ version, echeance, pieces }} />}
        </section>
      )}
      <section aria-labelledby="historique">
        <Typography variant="h2" id="historique" sx={{ mb: 1 }}>
          Historique
        </Typography>
        {!passe && (
          <Typography>
            {courant ? 'C’est la première ouverture.' : 'Ce dossier n’a encore jamais été ouvert à modification.'}
          </Typography>
        )}
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {historique.map((passee) => (
            <Passee key={passee.id} passee={passee} />
          ))}
        </Box>
        <SouhaitsTraites {...{ adresse, version, traitees, peut }} />
      </section>
    </Box>
  )
}

const enMots = (parties: Parties) => partiesOuvertes(parties).join(', ')

function Passee({ passee }: { passee: Props['historique'][number] }) {
  const { motif, ouvertPar, ouvertLe, echeance, refermeLe, fermeture, modifications } = passee
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider', py: 1, fontSize: '0.875rem' }}>
      <div>
        <strong>{enMots(passee)}</strong> · ouvert par {ouvertPar.prenom} {ouvertPar.nom}, le {formatInstant(ouvertLe)},
        jusqu’au {formatJour(jourDeParis(echeance))}
      </div>
      <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{motif}</Box>
      <Box sx={{ color: 'text.secondary' }}>
        {refermeLe && fermeture
          ? `${LIBELLE_FERMETURE[fermeture]}, le ${formatInstant(refermeLe)}`
          : 'L’échéance est passée.'}
        {modifications.map(({ id, etat, motif: pourquoi, fichiers, traiteeLe, traiteePar }) => (
          <div key={id}>
            {etat === 'ACCEPTEE' ? 'Modifications acceptées' : 'Modifications écartées'}
            {traiteePar && ` par ${traiteePar}`}
            {traiteeLe && `, le ${formatInstant(traiteeLe)}`}
            {fichiers.length > 0 && ` · ${fichiers.join(', ')}`}
            {pourquoi && ` · ${pourquoi}`}
          </div>
        ))}
      </Box>
    </Box>
  )
}
