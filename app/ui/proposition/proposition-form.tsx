import { Box, Button } from '@mui/material'
import { formatNombre, type Montant } from '#domain/budget/montant'
import { AVIS_PROPOSITION, MOTIF_PROPOSITION_MAX, type Proposition } from '#domain/proposition/proposition'
import { montantCourt } from '#libelles/budget/montant'
import { LIBELLE_AVIS_PROPOSITION } from '#libelles/proposition/proposition'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = {
  action: string
  version: number
  montantDemandeCents: Montant
  /** What is proposed now: the form begins from it. */
  actuelle: Proposition | null
}

const enChamp = (cents: Montant) => (cents === 0n ? '' : formatNombre(cents).replace(',00', ''))

/** An opinion, an amount and why. */
export function PropositionForm({ action, version, montantDemandeCents, actuelle }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'proposition', objet: action })
  const form = useFoyerDuRefus(envoi.data)
  const champ = (nom: string, aide?: string) => {
    const phrase = erreurDe(envoi.data, nom)
    return { id: `proposition-${nom}`, name: nom, error: Boolean(phrase), helperText: phrase ?? aide }
  }
  return (
    <Formulaire envoi={envoi} action={action} ref={form} aria-label="Proposer un montant">
      <input type="hidden" name="version" value={version} />
      <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 560, mt: 1 }}>
        <FormErreur reponse={envoi.data} champs={['avis', 'montant', 'motif']} />
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          <ChampChoix label="Avis" defaultValue={actuelle?.avis ?? 'FAVORABLE'} {...champ('avis')}>
            {AVIS_PROPOSITION.map((avis) => (
              <option key={avis} value={avis}>
                {LIBELLE_AVIS_PROPOSITION[avis]}
              </option>
            ))}
          </ChampChoix>
          <ChampTexte
            label="Montant proposé (€)"
            defaultValue={enChamp(actuelle?.montantCents ?? montantDemandeCents)}
            html={{ inputMode: 'decimal' }}
            {...champ('montant', `Demandé\u00a0: ${montantCourt(montantDemandeCents)}. Vide pour un avis défavorable.`)}
          />
        </Box>
        <ChampTexte
          label="Pourquoi (les agents le lisent, pas le demandeur)"
          defaultValue={actuelle?.motif ?? ''}
          multiline
          minRows={2}
          maxRows={10}
          html={{ maxLength: MOTIF_PROPOSITION_MAX }}
          {...champ('motif')}
        />
        <div>
          <Button type="submit" name="intent" value="proposer" variant="contained" disabled={envoi.state !== 'idle'}>
            Proposer
          </Button>
        </div>
      </Box>
    </Formulaire>
  )
}
