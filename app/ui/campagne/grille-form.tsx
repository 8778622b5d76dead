import { Box, Button, Typography } from '@mui/material'
import { useLocation } from '@remix-run/react'
import { useState } from 'react'
import { type Critere, type Grille, MAX_CRITERES } from '#domain/pre-projet/grille'
import { NOMS_VARIABLES } from '#domain/pre-projet/variables'
import { CourrielApercu, type CourrielMontre } from '#ui/courriel/courriel-apercu'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { GrilleCritere } from '#ui/pre-projet/grille-critere'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = { version: number; grille: Grille; parDefaut: Grille }

/** A question that no campagne has yet, under a code of its own. */
function nouvelle(grille: Grille): Critere {
  const pris = new Set(grille.map(({ code }) => code))
  const n = Array.from({ length: MAX_CRITERES + 1 }, (_, i) => i + 1).find((rang) => !pris.has(`QUESTION_${rang}`)) ?? 0
  const textes = { question: '', siNon: '', siAPreciser: '' }
  return { code: `QUESTION_${n}`, ...textes, consequence: 'A_RETRAVAILLER', genres: [], actif: true }
}

/** What a device kept, unless it is of before a change of ours. */
const estGrille = (garde: unknown): garde is Grille =>
  Array.isArray(garde) &&
  garde.every(
    (un: unknown) => typeof un === 'object' && un !== null && 'code' in un && 'question' in un && 'genres' in un,
  )

const deplacer = (grille: Grille, rang: number, pas: -1 | 1): Grille => {
  const suite = [...grille]
  const [critere] = suite.splice(rang, 1)
  if (critere) suite.splice(rang + pas, 0, critere)
  return suite
}

/** The questions of a campagne: their words, their order, what each adds to the reply; and the mail they would write. */
export function GrilleForm({ version, grille: gardee, parDefaut }: Props) {
  const envoi = useEnvoi<Reponse<{ apercu: CourrielMontre | null }>>({ nom: 'grille', objet: useLocation().pathname })
  const [grille, setGrille] = useState(gardee)
  const [reponse, setReponse] = useState('A_PRECISER')
  const busy = envoi.state !== 'idle'
  const changer = (rang: number, change: Partial<Critere>) =>
    setGrille(grille.map((critere, i) => (i === rang ? { ...critere, ...change } : critere)))
  return (
    <Formulaire envoi={envoi} reste={{ valeur: grille, retrouver: (garde) => estGrille(garde) && setGrille(garde) }}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="grille" value={JSON.stringify(grille)} />
      <Typography variant="h2">Grille de la première instruction</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        Chaque «{'\u00a0'}non{'\u00a0'}» et chaque «{'\u00a0'}à préciser{'\u00a0'}» ajoute son paragraphe à la réponse.
        Entre accolades, ces mots sont remplacés{'\u00a0'}: {NOMS_VARIABLES.map((nom) => `{${nom}}`).join(', ')}. Les
        réponses déjà données gardent la question posée.
      </Typography>
      <FormErreur reponse={envoi.data} />
      <Box component="ol" sx={{ listStyle: 'none', p: 0 }}>
        {grille.map((critere, rang) => (
          <GrilleCritere
            key={critere.code}
            rang={rang}
            dernier={rang === grille.length - 1}
            critere={critere}
            onChange={(change) => changer(rang, change)}
            onDeplacer={(pas) => setGrille(deplacer(grille, rang, pas))}
          />
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, my: 2 }}>
        <Button type="submit" name="intent" value="enregistrer" variant="contained" disabled={busy}>
          Enregistrer la grille
        </Button>
        <Button disabled={grille.length >= MAX_CRITERES} onClick={() => setGrille([...grille, nouvelle(grille)])}>
          Ajouter une question
        </Button>
        <Button onClick={() => setGrille(parDefaut)}>Reprendre les questions d’origine</Button>
        <ChampChoix
          name="reponse"
          label="Si tout était"
          value={reponse}
          onChange={({ target }) => setReponse(target.value)}
          sx={{ minWidth: 150 }}
        >
          <option value="A_PRECISER">à préciser</option>
          <option value="NON">non</option>
          <option value="OUI">oui</option>
        </ChampChoix>
        <Button type="submit" name="intent" value="apercu" variant="outlined" disabled={busy}>
          Voir le courriel
        </Button>
      </Box>
      {envoi.data?.apercu && (
        <Box component="section" aria-label="Courriel d’exemple" sx={{ maxWidth: 800 }}>
          <CourrielApercu courriel={envoi.data.apercu} />
        </Box>
      )}
    </Formulaire>
  )
}
