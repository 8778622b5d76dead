import { Box, Button } from '@mui/material'
import { LONGUEUR_REFERENCE, NATURES_VERSEMENT } from '#domain/suite-accord/versement'
import type { AnnonceDeVersement } from '#domain/suite-accord/versement-dit'
import { phraseRetourDesSuites } from '#libelles/journal/retours-suites'
import { LIBELLE_NATURE_VERSEMENT, PHRASE_ANNONCE } from '#libelles/suite-accord/versement'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = { action: string; version: number; annonce: AnnonceDeVersement }

/** A payment that was made, as the mandat says it. */
export function VersementForm({ action, version, annonce }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'versement', objet: action })
  const form = useFoyerDuRefus(envoi.data)
  const champ = (nom: string, aide?: string) => {
    const phrase = erreurDe(envoi.data, nom)
    return { id: `versement-${nom}`, name: nom, error: Boolean(phrase), helperText: phrase ?? aide }
  }
  return (
    <Formulaire envoi={envoi} action={action} ref={form} noValidate aria-label="Enregistrer un versement">
      <input type="hidden" name="version" value={version} />
      <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 560, mt: 1 }}>
        <FormErreur reponse={envoi.data} champs={['nature', 'montant', 'le', 'reference']} />
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          <ChampChoix
            label="Nature"
            defaultValue="ACOMPTE"
            {...champ('nature', 'Un reversement est ce que la structure rend.')}
          >
            {NATURES_VERSEMENT.map((nature) => (
              <option key={nature} value={nature}>
                {LIBELLE_NATURE_VERSEMENT[nature]}
              </option>
            ))}
          </ChampChoix>
          <ChampTexte label="Montant (€)" html={{ inputMode: 'decimal' }} {...champ('montant')} />
          <ChampDate label="Jour du versement" {...champ('le', 'JJ/MM/AAAA')} />
          <ChampTexte
            label="Référence"
            html={{ maxLength: LONGUEUR_REFERENCE }}
            {...champ('reference', 'Numéro du mandat, ou du titre.')}
          />
        </Box>
        <p>
          {PHRASE_ANNONCE[annonce]} Rien n’est payé d’ici. {phraseRetourDesSuites('enregistrerVersement')}
        </p>
        <div>
          <Button type="submit" name="intent" value="verser" variant="contained" disabled={envoi.state !== 'idle'}>
            Enregistrer ce versement
          </Button>
        </div>
      </Box>
    </Formulaire>
  )
}
