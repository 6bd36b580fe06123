package dev.gatehouse.world;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// What came of files of worlds, for programs: the XML that test runners have written since JUnit and that
/// every CI reads. A test of a world is a test case; each claim that does not hold is a failure of it.
public final class JunitReport {

    private JunitReport() {}

    /// @return the XML, whole
    public static String of(List<Report.WorldFile> files) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            for (var file : files) write(xml, file);
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
        return text + "\n";
    }

    private static void write(XMLStreamWriter xml, Report.WorldFile file) throws XMLStreamException {
        var failed =
                file.tests().stream().filter(test -> !test.failures().isEmpty()).count();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", clean(file.name()));
        xml.writeAttribute("tests", String.valueOf(file.tests().size()));
        xml.writeAttribute("failures", String.valueOf(failed));
        xml.writeAttribute("errors", "0");
        for (var test : file.tests()) write(xml, file, test);
        xml.writeEndElement();
    }

    private static void write(XMLStreamWriter xml, Report.WorldFile file, WorldRun.Ran test) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean(file.name()));
        xml.writeAttribute("name", clean(test.test().name()));
        if (!test.failures().isEmpty()) {
            xml.writeStartElement("failure");
            xml.writeAttribute(
                    "message", test.failures().size() + " of " + test.outcomes().size() + " do not hold");
            for (var outcome : test.failures()) xml.writeCharacters(clean(told(outcome)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String told(Outcome outcome) {
        var claim = outcome.claim();
        return claim.place() + ": " + claim.question() + "\nexpected " + claim.expected() + ", got " + outcome.got()
                + "\n" + String.join("\n", outcome.reasons()) + "\n";
    }

    /// XML has no way to write control characters.
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "\uFFFD");
    }
}
