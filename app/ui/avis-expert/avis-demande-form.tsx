import { Box, Button } from '@mui/material'
import { NOM_D_EXPERT_MAX, QUESTION_MAX } from '#domain/avis-expert/avis-expert'
import type { Jour } from '#domain/temps/jour'
import { PHRASE_CONFIDENTIEL } from '#libelles/avis-expert/avis-expert'
import { phraseRetour } from '#libelles/journal/retours'
import { nomDePiece } from '#libelles/piece/piece'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { Coche, Coches } from '#ui/kit/formulaire/coche'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type FichierADonner = { id: string; code: string | null; nomFichier: string }

type Props = { action: string; version: number; jusquAu: Jour; fichiers: FichierADonner[] }

const CHAMPS = ['prenom', 'nom', 'courriel', 'question', 'jusquAu', 'pieces']

/** Whom an avis is asked of, what of, with what to read and until when. */
export function AvisDemandeForm({ action, version, jusquAu, fichiers }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'avisDemande', objet: action })
  const form = useFoyerDuRefus(envoi.data)
  const champ = (nom: string, aide?: string) => {
    const phrase = erreurDe(envoi.data, nom)
    return { id: `avis-${nom}`, name: nom, error: Boolean(phrase), helperText: phrase ?? aide }
  }
  const nom = { maxLength: NOM_D_EXPERT_MAX }
  return (
    <Formulaire envoi={envoi} action={action} ref={form} noValidate aria-label="Demander un avis extérieur">
      <input type="hidden" name="intent" value="demander" />
      <input type="hidden" name="version" value={version} />
      <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 560, mt: 1 }}>
        <FormErreur reponse={envoi.data} champs={CHAMPS} />
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          <ChampTexte label="Prénom" html={nom} {...champ('prenom')} />
          <ChampTexte label="Nom" html={nom} {...champ('nom')} />
          <ChampTexte label="Adresse mail" type="email" {...champ('courriel')} />
          <ChampDate label="Dernier jour pour répondre" defaultValue={jusquAu} {...champ('jusquAu', 'JJ/MM/AAAA')} />
        </Box>
        <ChampTexte
          label="Ce que vous demandez"
          multiline
          minRows={3}
          maxRows={12}
          html={{ maxLength: QUESTION_MAX }}
          {...champ('question', 'La personne le lit sur sa page.')}
        />
        {fichiers.length > 0 && (
          <Coches titre="Pièces qu’elle peut lire" refus={erreurDe(envoi.data, 'pieces')}>
            {fichiers.map(({ id, code, nomFichier }) => (
              <Coche key={id} name="pieces" value={id} label={`${nomDePiece(code)} – ${nomFichier}`} />
            ))}
          </Coches>
        )}
        <Coche name="confidentiel" value="oui" label="Avis confidentiel" aide="avis-confidentiel-aide" />
        <p id="avis-confidentiel-aide">{PHRASE_CONFIDENTIEL}</p>
        <p>Un courriel part aussitôt, avec un lien personnel. {phraseRetour('demanderAvisExpert')}</p>
        <div>
          <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
            Demander cet avis
          </Button>
        </div>
      </Box>
    </Formulaire>
  )
}
