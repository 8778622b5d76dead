import { Box, Button } from '@mui/material'
import type { EtatRapprochement } from '#domain/fil-rouge/fil-rouge'
import { LIBELLE_RAPPROCHEMENT } from '#libelles/fil-rouge'
import { formatInstant } from '#libelles/temps'
import { Etiquette } from '#ui/kit/icone/etiquette'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type Lien = {
  id: string
  etat: EtatRapprochement
  score: number
  motif: string
  par: string | null
  le: Date
}

const ASPECT = {
  PROPOSE: { icone: 'help', ton: 'alerte' },
  CONFIRME: { icone: 'link', ton: 'accorde' },
  ECARTE: { icone: 'link-off', ton: 'neutre' },
} as const

export const RapprochementChip = ({ etat }: { etat: EtatRapprochement }) => (
  <Etiquette {...ASPECT[etat]}>{LIBELLE_RAPPROCHEMENT[etat]}</Etiquette>
)

type Acte = 'confirmer' | 'ecarter' | 'retablir'

const ACTES: Record<EtatRapprochement, readonly [acte: Acte, verbe: string][]> = {
  PROPOSE: [
    ['confirmer', 'C’est le même projet'],
    ['ecarter', 'C’est un autre projet'],
  ],
  CONFIRME: [['retablir', 'Détacher']],
  ECARTE: [['retablir', 'Remettre en question']],
}

type Props = { preProjetId: string; lien: Lien; peut: boolean; de: string }

/** Where a tie stands, why it was proposed, who answered, and the answer to give or to take back. `de` names its other end. */
export function FilRougeLien({ preProjetId, lien, peut, de }: Props) {
  const { id, etat, score, motif, par, le } = lien
  const envoi = useEnvoi<Reponse>({ nom: 'filRouge', objet: id })
  return (
    <div>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}>
        <RapprochementChip etat={etat} />
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
          {motif} Ressemblance {score} sur 100.
          {par &&
            ` ${etat === 'PROPOSE' ? 'Remis en question' : LIBELLE_RAPPROCHEMENT[etat]} par ${par} le ${formatInstant(le)}.`}
        </Box>
      </Box>
      {peut && (
        <Formulaire
          envoi={envoi}
          action={`/pre-projets/${preProjetId}/fil-rouge`}
          style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 4 }}
        >
          <input type="hidden" name="rapprochementId" value={id} />
          <input type="hidden" name="etat" value={etat} />
          {ACTES[etat].map(([acte, verbe], rang) => (
            <Button
              key={acte}
              type="submit"
              name="intent"
              value={acte}
              size="small"
              variant={etat === 'PROPOSE' && rang === 0 ? 'contained' : 'outlined'}
              disabled={envoi.state !== 'idle'}
              aria-label={`${verbe}\u00a0: ${de}`}
            >
              {verbe}
            </Button>
          ))}
        </Formulaire>
      )}
      <FormErreur reponse={envoi.data} />
    </div>
  )
}
