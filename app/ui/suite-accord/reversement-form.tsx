import { Box, Button } from '@mui/material'
import { formatNombre, type Montant } from '#domain/budget/montant'
import { MOTIF_REVERSEMENT_MAX } from '#domain/suite-accord/demande-de-reversement'
import { phraseRetourDesSuites } from '#libelles/journal/retours-suites'
import { phraseCourrielDeReversement } from '#libelles/suite-accord/reversement'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = { action: string; version: number; aRendreCents: Montant; modalites: string; aUneAdresse: boolean }

/** What is asked back: the amount that was worked out, or less and why, until when and how. */
export function ReversementForm({ action, version, aRendreCents, modalites, aUneAdresse }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'reversement', objet: action })
  const form = useFoyerDuRefus(envoi.data)
  const champ = (nom: string, aide: string) => {
    const phrase = erreurDe(envoi.data, nom)
    return { id: `reversement-${nom}`, name: nom, error: Boolean(phrase), helperText: phrase ?? aide }
  }
  const lignes = { multiline: true, minRows: 2, maxRows: 10, html: { maxLength: MOTIF_REVERSEMENT_MAX } }
  return (
    <Formulaire envoi={envoi} action={action} ref={form} noValidate aria-label="Demander le reversement">
      <input type="hidden" name="version" value={version} />
      <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 560, mt: 1 }}>
        <FormErreur reponse={envoi.data} champs={['montant', 'motif', 'duLe', 'modalites']} />
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          <ChampTexte
            label="Montant à reverser (€)"
            defaultValue={formatNombre(aRendreCents)}
            html={{ inputMode: 'decimal' }}
            {...champ('montant', 'Le montant calculé, ou moins.')}
          />
          <ChampDate label="À reverser au plus tard le" {...champ('duLe', 'JJ/MM/AAAA')} />
        </Box>
        <ChampTexte
          label="Pourquoi moins que le montant calculé"
          {...lignes}
          {...champ('motif', 'Si vous baissez le montant. La structure le lit dans son courriel.')}
        />
        <ChampTexte
          label="Comment reverser cette somme"
          defaultValue={modalites}
          {...lignes}
          {...champ('modalites', 'La structure le lit dans son courriel.')}
        />
        <p>
          {phraseCourrielDeReversement(aUneAdresse)} {phraseRetourDesSuites('demanderReversement')}
        </p>
        <div>
          <Button type="submit" name="intent" value="demander" variant="contained" disabled={envoi.state !== 'idle'}>
            Demander le reversement
          </Button>
        </div>
      </Box>
    </Formulaire>
  )
}
