import { Box, Button, Typography } from '@mui/material'
import { useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { LONGUEUR_MAX_MESSAGE } from '#domain/courriel/message'
import { pourSaisie } from '#domain/temps/instant'
import { instantSaisi } from '#domain/temps/saisie'
import { phraseAdresseRevenue } from '#libelles/courriel/adresse-revenue'
import { formatInstant } from '#libelles/temps'
import { ConfirmerActe } from '#ui/courriel/confirmer-acte'
import type { CourrielMontre } from '#ui/courriel/courriel-apercu'
import { DepartChoix } from '#ui/courriel/depart-choix'
import { Bandeau } from '#ui/kit/bandeau'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { TexteChoix } from '#ui/texte-type/texte-choix'

export type FormulaireMessage = {
  correspondants: { adresse: string; nom: string; revenu: { le: Date; motif: string } | null }[]
  /** How far the thread went. */
  fil: string
  repondA: { sujet: string; recuLe: Date } | null
}

type Props = FormulaireMessage & {
  sujet: { preProjetId: string } | { dossierId: string } | { courrielRecuId: string }
  /** Drawn by the server with the page. */
  jeton: string
}

const JOUR_MS = 86_400_000

/** Writes in the thread, or under a received mail: who, what, then the mail as it will leave. */
export function MessageForm({ correspondants, fil, repondA, sujet, jeton }: Props) {
  const envoi = useEnvoi<Reponse<{ apercu: CourrielMontre }>>({ nom: 'message', objet: useLocation().pathname })
  const [corps, setCorps] = useState('')
  const [destinataire, setDestinataire] = useState(correspondants[0]?.adresse ?? '')
  const [vu, setVu] = useState<CourrielMontre | null>(null)
  const [quand, setQuand] = useState<string | null>(null)
  const [propose] = useState(() => pourSaisie(new Date(Date.now() + JOUR_MS)))
  const { data, state } = envoi
  useEffect(() => setVu(data?.apercu ?? null), [data])
  if (correspondants.length === 0) {
    return (
      <Typography variant="body2">
        Aucune adresse n’est connue{'\u00a0'}: écrivez à la structure par un autre moyen.
      </Typography>
    )
  }
  const form = 'ecrire-message'
  const lu = quand === null ? null : instantSaisi(quand)
  const revenu = correspondants.find(({ adresse }) => adresse === destinataire)?.revenu
  const avertir = revenu && <Bandeau severity="warning">{phraseAdresseRevenue(revenu)}</Bandeau>
  return (
    <Box component="section" aria-labelledby="titre-message" sx={{ mt: 3, maxWidth: 880 }}>
      <Typography variant="h2" id="titre-message">
        {'courrielRecuId' in sujet ? 'Répondre' : 'Écrire à la structure'}
      </Typography>
      <Formulaire envoi={envoi} id={form} action="/messages">
        {Object.entries({ ...sujet, jeton, filVu: fil }).map(([nom, valeur]) => (
          <input key={nom} type="hidden" name={nom} value={valeur} />
        ))}
        <Box sx={{ display: 'grid', gap: 2, mt: 1 }}>
          <FormErreur reponse={data} />
          <ChampChoix
            name="destinataire"
            label="À"
            value={destinataire}
            onChange={({ target }) => setDestinataire(target.value)}
          >
            {correspondants.map(({ adresse, nom }) => (
              <option key={adresse} value={adresse}>
                {nom ? `${nom} <${adresse}>` : adresse}
              </option>
            ))}
          </ChampChoix>
          {avertir}
          <TexteChoix usage="MESSAGE" sur={sujet} vers="corps" />
          <ChampTexte
            name="corps"
            label="Votre message (la salutation et votre signature s’ajoutent)"
            value={corps}
            onChange={({ target }) => setCorps(target.value)}
            multiline
            minRows={4}
            maxRows={16}
            helperText={
              repondA
                ? `Répond à «\u00a0${repondA.sujet || 'sans objet'}\u00a0», reçu le ${formatInstant(repondA.recuLe)}.`
                : 'Commence un nouvel échange.'
            }
            html={{ maxLength: LONGUEUR_MAX_MESSAGE }}
          />
          <div>
            <Button
              type="submit"
              name="intent"
              value="apercu"
              variant="outlined"
              disabled={state !== 'idle' || corps.trim() === ''}
            >
              Relire et envoyer…
            </Button>
          </div>
        </Box>
        {vu && (
          <ConfirmerActe
            titre="Envoyer ce message"
            courriel={vu}
            sansCourriel=""
            formulaire={form}
            fait="ecrireMessage"
            intent="envoyer"
            depart={lu?.ok ? `Ce courriel partira le ${formatInstant(lu.value)}` : undefined}
            verbe={quand !== null ? 'Programmer l’envoi' : 'Envoyer le message'}
            busy={state !== 'idle'}
            fermer={() => setVu(null)}
          >
            {avertir}
            <DepartChoix form={form} quand={quand} onQuand={setQuand} propose={propose} />
          </ConfirmerActe>
        )}
      </Formulaire>
    </Box>
  )
}
