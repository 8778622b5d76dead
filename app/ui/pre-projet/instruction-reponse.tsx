import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { AVIS, type Avis } from '#domain/pre-projet/avis'
import { LONGUEUR_MAX_REPONSE } from '#domain/pre-projet/examen'
import { etatRedaction } from '#domain/pre-projet/lecture/recomposition'
import { LIBELLE_AVIS } from '#libelles/pre-projet/pre-projet'
import { ChoixEnLigne } from '#ui/kit/formulaire/choix-en-ligne'
import { CourrielApercu } from '#ui/courriel/courriel-apercu'
import { useOccupe } from '#ui/kit/acte/en-voie'
import { useEnregistrement } from '#ui/kit/formulaire/enregistrement'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { InstructionEcart } from '#ui/pre-projet/instruction-ecart'
import { type ApercuVu, InstructionEnvoi } from '#ui/pre-projet/instruction-envoi'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'

export type Redaction = { avis: Avis; corps: string; propose: string }

type Props = {
  id: string
  /** Of the fiche, as the page shows it: the answers and the reply share it. */
  version: number
  suggere: Avis | null
  proposes: Record<Avis, string>
  redaction: (Redaction & { le: string; par: string }) | null
  repondA: { de: string; sujet: string; recuLe: Date } | null
  /** An earlier mail that this one would replace. */
  remplace: boolean
  /** In a column beside other things: the mail is seen once it is read again. */
  serree?: boolean
}

/** How long an answer may take to say what it leads to before the last look is no longer waited for, in ms. */
const PATIENCE = 1_500

/** The reply that the answers write: its avis, its words to edit, and the mail as it will leave. */
export function InstructionReponse({
  id,
  version,
  suggere,
  proposes,
  redaction,
  repondA,
  remplace,
  serree = false,
}: Props) {
  const depart = redaction ?? (suggere && { avis: suggere, corps: proposes[suggere], propose: proposes[suggere] })
  const [mienne, setMienne] = useState<Redaction | null>(null)
  const [depuis, setDepuis] = useState<string | null>(null)
  /** The officer's words, and the draft they began from: another one that came since is not written over. */
  const ecrireMienne = (texte: Redaction) => {
    if (!mienne) setDepuis(redaction?.le ?? null)
    setMienne(texte)
  }
  const [relit, setRelit] = useState(false)
  const courante = mienne ?? depart
  const etat = courante && etatRedaction(courante, proposes[courante.avis])
  const corps = etat?.corps ?? ''
  // Asked while an answer is still being kept, the last look waits for the mail it gives.
  const [demande, setDemande] = useState(false)
  const estVoulue = mienne !== null || !serree || demande || relit
  const valeur = courante &&
    estVoulue && {
      ...{ intent: mienne ? 'rediger' : 'apercu', avis: courante.avis, corps },
      propose: etat?.sorte === 'A_RECOMPOSER' ? etat.avant : proposes[courante.avis],
    }
  const { data, attend } = useEnregistrement<Reponse<{ apercu: ApercuVu }>>(`/pre-projets/${id}/instruction/examen`, {
    valeur: valeur || null,
    identite: { nom: 'redaction', objet: id },
    saisie: mienne,
    vu: (mienne ? depuis : redaction?.le) ?? '',
    retrouver: ({ avis, corps: gardes = '', propose = '' }) => {
      const un = AVIS.find((possible) => possible === avis)
      if (un) ecrireMienne({ avis: un, corps: gardes, propose })
    },
    delai: demande ? 0 : 500,
  })
  const apercu = data?.apercu ?? null
  const occupe = useOccupe()
  const pret = !attend && !occupe && apercu !== null && apercu.avis === courante?.avis
  useEffect(() => {
    if (!demande || !pret) return
    setDemande(false)
    setRelit(true)
  }, [demande, pret])
  const sansReponse = !courante && !occupe
  useEffect(() => {
    if (!demande || !sansReponse) return
    const fin = setTimeout(() => setDemande(false), PATIENCE)
    return () => clearTimeout(fin)
  }, [demande, sansReponse])

  const choisir = (avis: Avis) => {
    const intact = !etat || etat.sorte === 'COMPOSEE'
    ecrireMienne({
      avis,
      corps: intact ? proposes[avis] : corps,
      propose: intact ? proposes[avis] : courante.propose,
    })
  }
  const ecrire = (texte: string) => {
    if (!courante) return
    const propose = etat?.sorte === 'A_RECOMPOSER' ? etat.avant : proposes[courante.avis]
    ecrireMienne({ avis: courante.avis, corps: texte, propose })
  }
  return (
    <Box component="section" aria-labelledby="titre-reponse" sx={{ minWidth: 0 }}>
      <Typography variant="h2" id="titre-reponse" sx={serree ? { mt: 2 } : {}}>
        Réponse à la structure
      </Typography>
      <ChoixEnLigne
        id="avis-legende"
        nom="avis"
        legende="Votre avis"
        valeurs={AVIS}
        choisie={courante?.avis ?? null}
        libelle={(avis) => (avis === suggere ? `${LIBELLE_AVIS[avis]} (suggéré)` : LIBELLE_AVIS[avis])}
        onChoix={choisir}
      />
      {!courante && (
        <Typography variant="body2" sx={{ mt: 1 }}>
          Répondez à la grille, ou choisissez un avis{'\u00a0'}: la réponse s’écrit d’elle-même.
        </Typography>
      )}
      {courante && etat && (
        <>
          <Typography variant="body2" role="status" sx={{ color: 'text.secondary', my: 1 }}>
            {attend
              ? 'Enregistrement…'
              : etat.sorte === 'COMPOSEE'
                ? 'Texte composé d’après les réponses.'
                : 'Texte modifié et enregistré.'}
            {repondA && ` Répond à «\u00a0${repondA.sujet || 'sans objet'}\u00a0», de ${repondA.de}.`}
          </Typography>
          {etat.sorte === 'A_RECOMPOSER' && (
            <InstructionEcart
              {...etat}
              onChoix={(suite) => ecrireMienne({ avis: courante.avis, corps: suite, propose: etat.apres })}
            />
          )}
          {!attend && <FormErreur enEcrivant reponse={data} />}
          <ChampTexte
            label="Texte de la réponse (entre la salutation et la signature)"
            value={corps}
            onChange={({ target }) => ecrire(target.value)}
            multiline
            minRows={8}
            maxRows={22}
            html={{ maxLength: LONGUEUR_MAX_REPONSE }}
          />
          {remplace && (
            <Bandeau severity="info" marges="mt2">
              Un avis attend encore son heure de départ{'\u00a0'}: il sera annulé et remplacé par celui-ci.
            </Bandeau>
          )}
        </>
      )}
      <Box sx={{ my: 2 }}>
        <Button variant="contained" data-relire onClick={() => setDemande(true)}>
          Relire et envoyer…
        </Button>
        {demande && (
          <Typography component="span" variant="body2" role="status" sx={{ ml: 1 }}>
            L’enregistrement se termine…
          </Typography>
        )}
      </Box>
      {relit && apercu && <InstructionEnvoi id={id} version={version} apercu={apercu} fermer={() => setRelit(false)} />}
      {!serree && courante && apercu?.courriel && (
        <Box component="section" aria-label="Aperçu du courriel">
          <CourrielApercu courriel={apercu.courriel} />
        </Box>
      )}
    </Box>
  )
}
