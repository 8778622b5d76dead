import { Box, Button, Typography } from '@mui/material'
import type { Montant } from '#domain/budget/montant'
import type { Proposition, SignalementProposition } from '#domain/proposition/proposition'
import { compter } from '#domain/nombre'
import { direSignalementProposition, phraseProposition } from '#libelles/proposition/proposition'
import { formatInstant } from '#libelles/temps'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { PropositionForm } from '#ui/proposition/proposition-form'
import { ENCADRE } from '#ui/kit/encadre'

type Lue = Proposition & { id: string; le: Date; par: { prenom: string; nom: string } }

export type PropositionMontree = {
  version: number
  montantDemandeCents: Montant
  actuelle: (Lue & { signalements: SignalementProposition[] }) | null
  /** Those it replaced, the newest first. */
  passees: Lue[]
  /** The instruction is going on: another may be made. */
  ouverte: boolean
}

type Props = { adresse: string; proposition: PropositionMontree; peut: boolean }

/** What who instructs proposes: the opinion, the amount and why, what is to be known of it, and what was proposed before. */
export function PropositionDossier({ adresse, proposition, peut }: Props) {
  const { version, montantDemandeCents, actuelle, passees, ouverte } = proposition
  if (!ouverte && !actuelle && passees.length === 0) return null
  const action = `${adresse}/proposition`
  const modifiable = peut && ouverte
  const form = <PropositionForm {...{ action, version, montantDemandeCents, actuelle }} key={actuelle?.id} />
  return (
    <Box component="section" aria-labelledby="titre-proposition" sx={ENCADRE}>
      <Typography id="titre-proposition" variant="h2" sx={{ fontSize: '1rem' }}>
        Proposition
      </Typography>
      {actuelle ? <Une une={actuelle} demandeCents={montantDemandeCents} /> : <p>Rien n’est proposé pour l’instant.</p>}
      {actuelle?.signalements.map((signalement) => (
        <Box component="p" key={signalement.regle} sx={{ color: 'var(--mui-palette-ton-alerte)' }}>
          {direSignalementProposition(signalement)}
        </Box>
      ))}
      {modifiable && (
        <details key={actuelle?.id ?? 'aucune'}>
          <summary>{actuelle ? 'Proposer autre chose' : 'Proposer un avis et un montant'}</summary>
          {form}
        </details>
      )}
      {modifiable && actuelle && <Retirer action={action} version={version} />}
      {passees.length > 0 && (
        <details>
          <summary>{compter(passees.length, 'proposition précédente', 'propositions précédentes')}</summary>
          <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
            {passees.map((une) => (
              <li key={une.id}>
                <Une une={une} demandeCents={montantDemandeCents} />
              </li>
            ))}
          </Box>
        </details>
      )}
    </Box>
  )
}

function Une({ une, demandeCents }: { une: Lue; demandeCents: Montant }) {
  const { motif, le, par } = une
  return (
    <>
      <p>
        <strong>{phraseProposition(une, demandeCents)}</strong>, par {par.prenom} {par.nom} le {formatInstant(le)}
      </p>
      {motif && (
        <Box component="p" sx={{ whiteSpace: 'pre-wrap' }}>
          {motif}
        </Box>
      )}
    </>
  )
}

function Retirer({ action, version }: { action: string; version: number }) {
  const envoi = useEnvoi<Reponse>({ nom: 'propositionRetiree', objet: action })
  return (
    <Formulaire envoi={envoi} action={action} aria-label="Retirer la proposition">
      <input type="hidden" name="version" value={version} />
      <FormErreur reponse={envoi.data} />
      <Button type="submit" name="intent" value="retirer" size="small" disabled={envoi.state !== 'idle'}>
        Retirer la proposition
      </Button>
    </Formulaire>
  )
}
