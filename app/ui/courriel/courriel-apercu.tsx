import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'

export type CourrielMontre = {
  sujet: string
  texte: string
  html: string
  destinataire: string
  destinataireNom: string
  /** From whom, and where an answer goes, where the page knows it. */
  de?: string
  reponsesA?: string
}

/** A mail as it leaves: to whom, its subject, its HTML in a frame that runs nothing, and its plain text folded. */
export function CourrielApercu({
  courriel,
  hauteur = 'max(280px, 45vh)',
}: {
  courriel: CourrielMontre
  hauteur?: string
}) {
  const { sujet, texte, html, destinataire, destinataireNom, de, reponsesA } = courriel
  const [enTexte, setEnTexte] = useState(false)
  return (
    <Box sx={{ fontSize: '0.875rem' }}>
      <Box
        component="dl"
        sx={{ m: 0, mb: 1, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 0.25 }}
      >
        {de && <Entete nom="De">{de}</Entete>}
        {reponsesA && <Entete nom="Réponses à">{reponsesA}</Entete>}
        <Entete nom="À">{destinataireNom ? `${destinataireNom} <${destinataire}>` : destinataire}</Entete>
        <Entete nom="Objet">{sujet}</Entete>
      </Box>
      <Box
        component="iframe"
        title={`Courriel\u00a0: ${sujet}`}
        sandbox=""
        // A dialog keeps the focus among what says it can take it; the mail is scrolled with the arrows.
        tabIndex={0}
        srcDoc={html}
        sx={{ width: '100%', height: hauteur, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: '#fff' }}
      />
      <Button size="small" aria-expanded={enTexte} onClick={() => setEnTexte(!enTexte)} sx={{ ml: -0.5 }}>
        {enTexte ? 'Masquer la version en texte seul' : 'Version en texte seul'}
      </Button>
      {enTexte && (
        <Typography
          component="pre"
          variant="body2"
          sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: 'inherit' }}
        >
          {texte}
        </Typography>
      )}
    </Box>
  )
}

function Entete({ nom, children }: { nom: string; children: string }) {
  return (
    <>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {nom}
      </Box>
      <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </>
  )
}
